/** A top-level function whose name begins with a capital letter, as every component is written. */
const COMPONENT = /^(?:export )?function ([A-Z]\w*)/gm;

/**
 * Keeps the name of each of our components in a minified page, so that a crash in the log names
 * the one it was in. The libraries' names would be a tenth of what a start of a page reads.
 * @returns a plugin of Vite
 */
export function nameComponents() {
  return {
    name: 'name-components',
    enforce: 'pre' as const,
    transform(code: string, id: string): { code: string; map: null } | undefined {
      if (!id.endsWith('.tsx') || id.includes('node_modules')) return undefined;
      const names = [...code.matchAll(COMPONENT)].map(([, name]) => name);
      const named = names.map((name) => `Object.defineProperty(${name},'name',{value:'${name}'});`);
      return { code: [code, ...named].join('\n'), map: null };
    },
  };
}
