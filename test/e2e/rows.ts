import { expect, type Page } from '@playwright/test';

/**
 * Sees that in no row, card or head of the page one text lies over another, and that where a text
 * is cut it says so.
 */
export async function seeRowsApart(page: Page, at: string): Promise<void> {
  await expect.poll(() => page.evaluate(textsInTheWay), at).toEqual([]);
}

function textsInTheWay(): string[] {
  /** Of two lines as close as they may be, and of two texts side by side; pixels. */
  const near = { x: 1, y: 4 };
  /** Wide: a text that is only heard, in pixels that grow with the size of text. */
  const heard = Math.ceil(parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
  const rows = [...document.querySelectorAll('tr, [role="option"], main header, main button')];
  return rows
    .filter((row) => row.checkVisibility())
    .flatMap((row) => [...meeting(row), ...cut(row)]);

  function meeting(row: Element): string[] {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const boxes: { node: Node; box: DOMRect }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        boxes.push({ node, box: shownOf(box, node.parentElement, row) });
      }
    }
    return boxes.flatMap(({ node, box }, at) => {
      const others = boxes.slice(at + 1).filter((other) => other.node !== node);
      const met = others.filter((other) => meets(box, other.box));
      return met.map((other) => `${node.textContent} over ${other.node.textContent}`);
    });
  }

  function meets(a: DOMRect, b: DOMRect): boolean {
    const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return x > near.x && y > near.y;
  }

  /** What of the box shows within the row. */
  function shownOf(box: DOMRect, from: Element | null, row: Element): DOMRect {
    let { left, top, right, bottom } = box;
    for (let one = from; one && one !== row.parentElement; one = one.parentElement) {
      if (getComputedStyle(one).overflow === 'visible') continue;
      const clip = one.getBoundingClientRect();
      [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
      [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  function cut(row: Element): string[] {
    return [...row.querySelectorAll('*')]
      .filter((one) => one.scrollWidth > one.clientWidth + near.x && one.clientWidth > heard)
      .filter((one) => {
        const { overflow, textOverflow } = getComputedStyle(one);
        return overflow === 'hidden' && textOverflow !== 'ellipsis';
      })
      .map((one) => `${one.textContent} is cut`);
  }
}
