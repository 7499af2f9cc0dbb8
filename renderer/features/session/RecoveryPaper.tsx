/** A picture of the paper, without the code. */
export function RecoveryPaper({ groups }: { readonly groups: number }) {
  return (
    <figure className="paper-picture">
      <svg viewBox="0 0 248 330" aria-hidden="true">
        <g transform="rotate(2.2 124 165)">
          <rect className="paper" x="6" y="6" width="236" height="318" rx="5" />
          <g className="paper-logo" transform="translate(26 28)">
            <rect x="6" y="6" width="9" height="9" rx="2.4" />
            <rect x="6.4" y="17.4" width="8.2" height="2.6" rx="1.3" />
            <rect x="1" y="6.4" width="2.6" height="8.2" rx="1.3" />
            <rect x="6.4" y="1" width="8.2" height="2.6" rx="1.3" />
            <rect x="17.4" y="6.4" width="2.6" height="8.2" rx="1.3" />
          </g>
          <text x="54" y="43">
            Mijn herstelcode
          </text>
          <g className="paper-groups">
            {Array.from({ length: groups }, (_, index) => (
              <rect
                key={index}
                x={28 + (index % 4) * 49}
                y={76 + Math.floor(index / 4) * 27}
                width="40"
                height="14"
                rx="3"
              />
            ))}
          </g>
          <path className="paper-lines" d="M28 214h150M28 230h172M28 246h116" />
        </g>
      </svg>
      <figcaption>Leg het papier thuis of in een kluis. Niet bij je laptop, en maak er geen foto van.</figcaption>
    </figure>
  );
}
