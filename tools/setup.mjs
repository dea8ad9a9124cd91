// Set-up — makes a bare checkout ready to run: Node, packages, kernels, screens, test tools.
//
// It is the first file that a stranger's Node reads, before any package is there: so it asks for
// the version first, and loads the rest only then.

const needed = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  const wanted = needed.join('.')
  console.error(`Loket needs Node.js ${wanted} or newer, and this is ${process.versions.node}.`)
  process.exit(1)
}

/** Does what is missing, with a line for each step on stderr; ends the process where it cannot. */
export async function setUp({ tests = false, screens = true } = {}) {
  const { takeSteps } = await import('./setup-steps.mjs')
  try {
    await takeSteps({ tests, screens })
  } catch (error) {
    if (!error.isSetup) throw error
    console.error(error.message)
    process.exit(1)
  }
}

const { pathToFileURL } = await import('node:url')
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await setUp()
