import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from './read-document.ts'

const { bytes, name } = workerData as { bytes: Uint8Array; name: string }
parentPort?.postMessage(await readDocument(bytes, name))
