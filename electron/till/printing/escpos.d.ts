/**
 * What Lapak uses of the `escpos` package, which ships no types. Its image and adapter parts stay
 * out.
 */
declare module 'escpos/printer.js' {
  interface Adapter {
    write(bytes: Buffer, done?: () => void): void;
  }
  export default class Printer {
    constructor(adapter: Adapter, options: { readonly encoding: string });
    hardware(command: 'INIT'): this;
    align(side: 'LT' | 'CT' | 'RT'): this;
    size(wide: number, tall: number): this;
    /** Text in the printer's code page, without a line feed. */
    pureText(text: string): this;
    feed(lines: number): this;
    /** Bytes or command characters below 0x80, as they are. */
    print(raw: Buffer | string): this;
    flush(): this;
  }
}

declare module 'escpos/commands.js' {
  const commands: {
    readonly TEXT_FORMAT: { readonly TXT_BOLD_ON: string; readonly TXT_BOLD_OFF: string };
    readonly CASH_DRAWER: { readonly CD_KICK_2: string };
    readonly PAPER: { readonly PAPER_CUT_B: string };
  };
  export default commands;
}
