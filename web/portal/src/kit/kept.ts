/** What stays on the device. A browser that forbids storage must not break the page. */
const PREFIX = 'minsheng.'

function shelf(storage: () => Storage) {
  return {
    read(name: string): string | null {
      try { return storage().getItem(PREFIX + name) } catch { return null }
    },
    write(name: string, value: string) {
      try { storage().setItem(PREFIX + name, value) } catch { /* full or forbidden: the page still holds it */ }
    },
    forget(name: string) {
      try { storage().removeItem(PREFIX + name) } catch { /* nothing was kept */ }
    },
    readAs<T>(name: string): T | null {
      try { return JSON.parse(this.read(name) ?? 'null') as T | null } catch { return null }
    },
  }
}

/** Until the citizen clears it. Never a telephone number, a name or a query code. */
export const kept = shelf(() => localStorage)

/** Until this page is closed. */
export const keptHere = shelf(() => sessionStorage)
