// Run after the build: the first load stays small, and the script stays readable for a telephone of 2017.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { parse } from 'acorn'

const LIMIT = 150 * 1024
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const firstLoad = ['index.html', ...readdirSync(join(dist, 'assets')).map(name => join('assets', name))]

let total = 0
for (const name of firstLoad) {
  const content = readFileSync(join(dist, name))
  const size = gzipSync(content).length
  total += size
  console.log(`${(size / 1024).toFixed(1).padStart(7)} kB gzip  ${name}`)
  if (name.endsWith('.js')) parse(content.toString(), { ecmaVersion: 2017, sourceType: 'script' })
}
console.log(`${(total / 1024).toFixed(1).padStart(7)} kB gzip  first load, of ${LIMIT / 1024} allowed`)
if (total > LIMIT) process.exit(1)
