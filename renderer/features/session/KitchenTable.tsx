/** The table from above: four chairs, two mugs, a plan and a laptop. Decoration, so hidden from assistive technology. */
export function KitchenTable() {
  return (
    <svg className="kitchen-table" viewBox="0 0 640 640" aria-hidden="true">
      <g className="chair">
        <rect x="205" y="548" width="230" height="62" rx="31" />
        <rect x="30" y="205" width="62" height="230" rx="31" />
        <rect x="205" y="30" width="230" height="62" rx="31" />
        <rect x="548" y="205" width="62" height="230" rx="31" />
      </g>
      <rect className="top" x="112" y="112" width="416" height="416" rx="56" />
      <g className="paper" transform="translate(-18 14) rotate(-7 250 380)">
        <rect x="176" y="296" width="138" height="186" rx="7" />
        <path d="M198 330h66M198 356h94M198 376h88M198 396h94M198 416h52" />
      </g>
      <g className="laptop" transform="rotate(8 400 250)">
        <path className="lid" d="M322 168h156l14 40H308z" />
        <path className="scr" d="M331 174h138l10 28H321z" />
        <rect className="kb" x="306" y="208" width="188" height="124" rx="10" />
        <path className="keys" d="M322 228h156M322 246h156M322 264h156" />
        <rect className="pad" x="366" y="284" width="68" height="36" rx="5" />
      </g>
      <g className="mug">
        <circle cx="196" cy="204" r="34" />
        <circle className="tea" cx="196" cy="204" r="25" />
        <path d="M226 190q24-2 24 14t-24 16" />
      </g>
      <g className="mug">
        <circle cx="438" cy="444" r="34" />
        <circle className="tea" cx="438" cy="444" r="25" />
        <path d="M408 458q-22 10-28-5t16-22" />
      </g>
    </svg>
  );
}

/** The cleared table with room for one question. */
export function EmptyTable() {
  return (
    <svg viewBox="0 0 640 640" aria-hidden="true">
      <g className="chair-other">
        <rect x="30" y="215" width="46" height="210" rx="23" />
        <rect x="215" y="30" width="210" height="46" rx="23" />
        <rect x="564" y="215" width="46" height="210" rx="23" />
      </g>
      <rect className="chair-taken" x="215" y="564" width="210" height="46" rx="23" />
      <rect className="table-top" x="92" y="92" width="456" height="456" rx="60" />
    </svg>
  );
}
