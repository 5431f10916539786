export type * from '#domain/document/source-document.ts'
