/** Typed text as a page: paragraphs, and lines that start with "- " as a real list. Nothing is interpreted as HTML. */

export type TextBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** Cuts text into paragraphs and lists, in order. Every character that is not a list mark or a blank line stays. */
export function textBlocks(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const close = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines });
    items = [];
    lines = [];
  };
  for (const line of text.split('\n')) {
    const item = /^\s*- (.*)$/.exec(line);
    if (item) {
      if (lines.length > 0) close();
      items.push(item[1] ?? '');
    } else if (line.trim() === '') close();
    else {
      if (items.length > 0) close();
      lines.push(line);
    }
  }
  close();
  return blocks;
}

/** The text as people read it. */
export function ReadText({ text }: { readonly text: string }) {
  return (
    <div className="read-text">
      {textBlocks(text).map((block, index) =>
        block.kind === 'list' ? (
          <ul key={index}>
            {block.items.map((item, at) => (
              <li key={at}>{item}</li>
            ))}
          </ul>
        ) : (
          <p key={index}>{block.lines.join('\n')}</p>
        ),
      )}
    </div>
  );
}

/** The words without the quotes that were typed around them; an apostrophe as in 's avonds stays. */
export function withoutQuotes(words: string): string {
  const trimmed = words.trim();
  return /^["'‘’“”„].*["'‘’“”]$/s.test(trimmed) && trimmed.length > 2 ? trimmed.slice(1, -1).trim() : trimmed;
}

/** Words of a resident: book serif and curly single quotes. */
export function Voice({ children }: { readonly children: string }) {
  return <span className="voice">‘{withoutQuotes(children)}’</span>;
}
