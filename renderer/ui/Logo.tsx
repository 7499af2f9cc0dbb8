/** Four chairs around a table, seen from above. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="currentColor" aria-hidden="true">
      <rect x="8" y="8" width="12" height="12" rx="3.2" />
      <rect x="8.5" y="22.6" width="11" height="3.4" rx="1.7" />
      <rect x="2" y="8.5" width="3.4" height="11" rx="1.7" />
      <rect x="8.5" y="2" width="11" height="3.4" rx="1.7" />
      <rect x="22.6" y="8.5" width="3.4" height="11" rx="1.7" />
    </svg>
  );
}
