const LINES = [46, 42, 58, 44, 38];

/** Two screens with the same five lines: what comparing means. */
export function TwoLaptops({ other }: { readonly other: string }) {
  return (
    <figure className="two-laptops">
      <svg viewBox="0 0 290 150" aria-hidden="true">
        <Laptop x={0} turn={-3} name="jij" />
        <Laptop x={150} turn={3} name={other} />
      </svg>
      <figcaption>
        Zo weet je zeker dat je met je eigen team verbindt en met niemand anders. Mailen of appen is niet genoeg: hoor
        elkaars stem.
      </figcaption>
    </figure>
  );
}

function Laptop({ x, turn, name }: { readonly x: number; readonly turn: number; readonly name: string }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <g transform={`rotate(${turn} 70 60)`}>
        <rect className="laptop-screen" x="18" y="8" width="104" height="78" rx="6" />
        {LINES.map((width, index) => (
          <rect key={width} className="laptop-word" x="34" y={20 + index * 11.5} width={width} height="6" rx="3" />
        ))}
        <path className="laptop-base" d="M10 90h120l7 13a4 4 0 0 1-4 6H7a4 4 0 0 1-4-6z" />
      </g>
      <text x="70" y="136" textAnchor="middle">
        {name}
      </text>
    </g>
  );
}
