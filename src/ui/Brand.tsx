import './brand.css'

export const SealMark = ({ size = 28 }: { size?: number }) => (
  <svg className="seal-mark" viewBox="0 0 28 28" width={size} height={size} aria-hidden="true">
    <rect width="28" height="28" rx="5" />
    <text x="14" y="20" textAnchor="middle">
      启
    </text>
  </svg>
)

export const Brand = () => (
  <span className="brand">
    <SealMark />
    <b>启程</b>
  </span>
)

/** Everything in a demonstration says so. */
export const DemoTag = ({ children = '演示' }: { children?: string }) => <span className="demo-tag">{children}</span>
