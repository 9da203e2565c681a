const PLACE = 'read-anew-at'
const REST_MS = 60_000

const justDone = () => Date.now() - Number(sessionStorage.getItem(PLACE) ?? 0) < REST_MS

/** After an upgrade the parts that an open page still asks for are gone. It is read anew; what stays broken then says so itself. */
export function readAnewAfterUpgrade() {
  window.addEventListener('vite:preloadError', event => {
    if (justDone()) return
    event.preventDefault()
    sessionStorage.setItem(PLACE, String(Date.now()))
    window.location.reload()
  })
}
