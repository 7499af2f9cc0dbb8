interface QrCodeProps {
  readonly size: number;
  /** Row by row, '1' is dark. */
  readonly dark: string;
  readonly label: string;
}

/** The quiet zone that readers need around the squares. */
const MARGIN = 4;

/** Squares on white in every theme: a camera has to read it. */
export function QrCode({ size, dark, label }: QrCodeProps) {
  const path = [...dark]
    .map((bit, index) =>
      bit === '1' ? `M${(index % size) + MARGIN} ${Math.floor(index / size) + MARGIN}h1v1h-1z` : '',
    )
    .join('');
  const side = size + 2 * MARGIN;
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className="qr-light" width={side} height={side} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}
