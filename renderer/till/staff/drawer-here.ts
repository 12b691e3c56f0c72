/** Which drawer this window sells from: it keeps that when it is loaded again, or reconnects. */
const KEY = 'lapak.drawer';

/** From 1, as the till counts them. */
export function drawerHere(): number {
  const kept = Number(sessionStorage.getItem(KEY));
  return Number.isInteger(kept) && kept > 0 ? kept : 1;
}

/** This window sells from that drawer from now on. */
export function keepDrawer(drawer: number): void {
  sessionStorage.setItem(KEY, String(drawer));
}
