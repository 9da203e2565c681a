import './question.css'

export const Progress = ({ at, of }: { at: number; of: number }) => (
  <div className="progress-parts" role="img" aria-label={`第 ${at + 1} 步，共 ${of} 步`}>
    {Array.from({ length: of }, (_, part) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
      <i key={part} className={part < at ? 'progress-done' : part === at ? 'progress-now' : undefined} />
    ))}
  </div>
)
