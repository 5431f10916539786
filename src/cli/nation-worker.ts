import { parentPort, workerData } from 'node:worker_threads'
import { type NationShare, takeUnits } from './nation-units.ts'

/** One more thread of the national run. */
await takeUnits(workerData as NationShare)
parentPort?.postMessage('done')
