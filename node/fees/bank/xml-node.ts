/** An element as the parser gives it: each child a list, attributes with `@`, its text `#text`. */
export interface XmlNode {
  readonly [name: string]: readonly XmlNode[] | string | undefined;
}

const none: readonly XmlNode[] = [];

/** All elements at the end of a path. */
export function nodesAt(node: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  let nodes: readonly XmlNode[] = [node];
  for (const name of path) nodes = nodes.flatMap((each) => childrenOf(each, name));
  return nodes;
}

/** The text of each element at the end of a path. */
export function textsAt(node: XmlNode, ...path: readonly string[]): string[] {
  return nodesAt(node, ...path).map(textOf);
}

/** The text of the first element at the end of a path; empty without one. */
export function textAt(node: XmlNode, ...path: readonly string[]): string {
  return textsAt(node, ...path)[0] ?? '';
}

function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  const found = Object.hasOwn(node, name) ? node[name] : undefined;
  return typeof found === 'string' || found === undefined ? none : found;
}

function textOf(node: XmlNode): string {
  const text = node['#text'];
  return typeof text === 'string' ? unescapeXml(text.trim()) : '';
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** What XML itself knows: five names, and characters by number. */
function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi,
    (whole, ten, sixteen, name) => {
      if (name !== undefined) return named.get(String(name)) ?? whole;
      const code = ten === undefined ? Number.parseInt(String(sixteen), 16) : Number(ten);
      return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
    },
  );
}
