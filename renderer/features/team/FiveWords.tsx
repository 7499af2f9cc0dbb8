/** Large, numbered, lower case, the same on both screens. */
export function FiveWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className="five-words" aria-label="De vijf woorden">
      {words.map((word, index) => (
        <li key={index}>
          <span aria-hidden="true">{index + 1}</span>
          {word}
        </li>
      ))}
    </ol>
  );
}
