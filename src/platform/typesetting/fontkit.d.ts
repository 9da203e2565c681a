declare module 'fontkit' {
  export type Font = { hasGlyphForCodePoint(codePoint: number): boolean }
  /** A `.ttc` file opens as a collection. */
  export type Collection = { fonts: Font[] }
  export const openSync: (file: string) => Font | Collection
}
