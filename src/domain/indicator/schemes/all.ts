import type { Scheme } from '../scheme.ts'
import { AKIRUNO } from './akiruno.ts'
import { FUJI } from './fuji.ts'
import { FUKUOKA } from './fukuoka.ts'
import { GRANT } from './grant.ts'
import { GROWTH_STRATEGY } from './growth-strategy.ts'
import { IBARAKI } from './ibaraki.ts'
import { INO } from './ino.ts'
import { KITSUKI } from './kitsuki.ts'
import { KYOTO } from './kyoto.ts'
import { MARUGAME } from './marugame.ts'
import { NAGANO } from './nagano.ts'
import { NAGAYO } from './nagayo.ts'
import { OPEN_SDG } from './open-sdg.ts'
import { SANO } from './sano.ts'
import { SHIRUBE_STANDARD } from './shirube-standard.ts'
import { TAGAWA } from './tagawa.ts'
import { TAMA } from './tama.ts'

/** 判定の型 that ship with しるべ; the first is the default of a new government, on screen, site and paper alike. */
export const SCHEMES: readonly Scheme[] = [
  SHIRUBE_STANDARD,
  NAGAYO,
  KITSUKI,
  INO,
  TAMA,
  NAGANO,
  IBARAKI,
  FUKUOKA,
  FUJI,
  SANO,
  TAGAWA,
  AKIRUNO,
  GRANT,
  GROWTH_STRATEGY,
  KYOTO,
  MARUGAME,
  OPEN_SDG,
]

export const DEFAULT_SCHEME: Scheme = SHIRUBE_STANDARD

export const findScheme = (id: string): Scheme | undefined => SCHEMES.find((scheme) => scheme.id === id)
