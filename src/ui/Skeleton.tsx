import './state.css'

/** Lines where words will come; the page's title stands already. */
export const Skeleton = ({ lines = 4 }: { lines?: number }) => (
  <div className="skeleton" role="status" aria-label="正在读取">
    {Array.from({ length: lines }, (_, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
      <i key={line} />
    ))}
  </div>
)
