/** An SVG that the server drew from numbers. Its text was escaped where it was drawn. */
export function Picture({ svg, className }: { readonly svg: string; readonly className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by charts/, which escapes every label
  return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />
}
