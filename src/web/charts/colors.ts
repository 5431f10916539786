import tokens from '@digital-go-jp/design-tokens'

const { Neutral, Primitive } = tokens.Color

/** Tokens of the デジタル庁デザインシステム by their role in a chart. */
export const INK: string = Neutral.SolidGray['900'].$value
export const INK_2: string = Neutral.SolidGray['700'].$value
export const HAIRLINE: string = Neutral.SolidGray['200'].$value
export const BAND: string = Neutral.SolidGray['100'].$value
export const OLDER: string = Neutral.SolidGray['420'].$value
export const NOW: string = Primitive.Blue['900'].$value
export const PAPER: string = Neutral.White.$value
export const FORECAST: string = Primitive.LightBlue['900'].$value
export const FAN_80: string = Primitive.LightBlue['100'].$value
export const FAN_50: string = Primitive.LightBlue['200'].$value
