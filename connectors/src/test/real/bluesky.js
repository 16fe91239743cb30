// The directory of accounts, the server of accounts and the one that searches, in one process:
//   node bluesky.js FOLDER-WITH-NODE_MODULES PORT
'use strict'
const net = require('node:net')
const { createRequire } = require('node:module')

const [folder, port] = process.argv.slice(2)

// The kit listens on every address of the machine; here only on its own.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (first, ...rest) {
  const asked = typeof first === 'object' ? first : { port: Number(first) }
  return listen.call(this, { ...asked, host: '127.0.0.1' }, ...rest.filter((one) => typeof one === 'function'))
}

// It insists on the address of a Redis, and asks none.
process.env.REDIS_HOST = 'none'

async function main() {
  const { TestNetwork, mockMailer } = createRequire(folder + '/')('@atproto/dev-env')
  const network = await TestNetwork.create({
    dbPostgresSchema: 'bluesky',
    pds: { port: Number(port), hostname: 'localhost', rateLimitsEnabled: true },
    bsky: { dbPostgresSchema: 'bluesky' },
  })
  mockMailer(network.pds)
  process.on('SIGTERM', () => network.close().finally(() => process.exit(0)))
  console.log('ready')
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
