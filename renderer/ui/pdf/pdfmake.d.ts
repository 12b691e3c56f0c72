/**
 * What Lapak uses of pdfmake's browser build. The published types bring in those of Node, and say
 * that this build exports its parts, where it exports one object.
 */
declare module 'pdfmake/build/pdfmake.min.js' {
  /** Left, top, right, bottom. pt */
  export type Margins = readonly [number, number, number, number];

  interface Style {
    readonly font?: string;
    readonly fontSize?: number;
    readonly bold?: boolean;
    readonly color?: string;
    readonly lineHeight?: number;
    readonly characterSpacing?: number;
    readonly alignment?: 'left' | 'right' | 'center';
    readonly noWrap?: boolean;
    readonly fontFeatures?: readonly string[];
    readonly margin?: Margins;
    readonly style?: string;
    /** Behind it. */
    readonly fillColor?: string;
    /** Left, top, right, bottom of a cell: whether the layout's line is drawn there. */
    readonly border?: readonly [boolean, boolean, boolean, boolean];
  }

  interface Placed extends Style {
    readonly width?: 'auto' | '*' | number;
    readonly unbreakable?: boolean;
  }

  type Drawing =
    | {
        readonly type: 'rect';
        readonly x: number;
        readonly y: number;
        readonly w: number;
        readonly h: number;
        readonly color?: string;
        readonly lineWidth?: number;
        readonly lineColor?: string;
      }
    | {
        readonly type: 'line';
        readonly x1: number;
        readonly y1: number;
        readonly x2: number;
        readonly y2: number;
        readonly lineWidth: number;
        readonly lineColor?: string;
      };

  interface Dashes {
    readonly dash: { readonly length: number; readonly space: number };
  }

  export interface TableLayout {
    hLineWidth(row: number): number;
    hLineColor(): string;
    vLineColor?(): string;
    hLineStyle?(): Dashes;
    vLineStyle?(): Dashes;
    vLineWidth(column: number): number;
    paddingLeft(column: number): number;
    paddingRight(column: number): number;
    paddingTop(): number;
    paddingBottom(): number;
    readonly defaultBorder?: boolean;
  }

  export type Content =
    | string
    | (Placed & { readonly text: string })
    | (Placed & { readonly stack: readonly Content[] })
    | (Placed & { readonly columns: readonly Content[]; readonly columnGap?: number })
    | (Placed & { readonly canvas: readonly Drawing[] })
    | (Placed & { readonly svg: string; readonly width: number })
    | (Placed & {
        readonly table: {
          readonly headerRows?: number;
          readonly keepWithHeaderRows?: number;
          readonly dontBreakRows?: boolean;
          readonly widths: readonly ('auto' | '*' | number)[];
          readonly body: readonly (readonly TableCell[])[];
        };
        readonly layout: TableLayout;
      });

  export type TableCell = Content | (Style & { readonly text: string; readonly colSpan: number });

  export interface PdfDocument {
    readonly pageSize: 'A4' | 'A5';
    readonly pageOrientation?: 'portrait' | 'landscape';
    readonly pageMargins: Margins;
    readonly info: {
      readonly title: string;
      readonly creator: string;
      readonly producer: string;
      readonly creationDate: Date;
    };
    readonly defaultStyle: Style;
    readonly styles: Readonly<Record<string, Style>>;
    footer(page: number, pages: number): Content;
    /** Below what stands on each page. */
    background?(page: number, size: { readonly width: number; readonly height: number }): Content;
    /** Across each page. */
    readonly watermark?: {
      readonly text: string;
      readonly color: string;
      readonly opacity: number;
      readonly bold: boolean;
      readonly angle: number;
      readonly fontSize: number;
    };
    readonly content: readonly Content[];
  }

  const pdfmake: {
    setUrlAccessPolicy(mayFetch: (address: string) => boolean): void;
    /** Files by name, as base64. */
    addVirtualFileSystem(files: Readonly<Record<string, string>>): void;
    setFonts(fonts: Readonly<Record<string, { normal: string; bold: string }>>): void;
    /** Changes the tables of the document. */
    createPdf(document: PdfDocument): { getBlob(): Promise<Blob> };
  };
  export default pdfmake;
}
