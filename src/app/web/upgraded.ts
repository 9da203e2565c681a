const PLACE = 'read-anew-for'

/**
 * After an upgrade the parts that an open page still asks for are gone: it is read anew. Once for each build, so that
 * what stays broken says so itself.
 */
export function readAnewAfterUpgrade() {
  window.addEventListener('vite:preloadError', event => {
    if (sessionStorage.getItem(PLACE) === import.meta.url) return
    event.preventDefault()
    sessionStorage.setItem(PLACE, import.meta.url)
    window.location.reload()
  })
}
