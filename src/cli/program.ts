import { Command, Option } from 'commander'
import { MISSING_WHY } from '#domain/indicator/actual.ts'
import { STANDARD_SCENARIOS } from '#domain/population/projection.ts'
import { PLAN_FORMAT_NAMES } from '#writers/plan-formats.ts'
import { erase, seal, verify } from './audit-commands.ts'
import { backUp, restoreFrom } from './backup-commands.ts'
import { distrust, makeFile, showFile, showKey, takeFile, trust } from './bundle-commands.ts'
import { checkFiles } from './check-command.ts'
import {
  addActual,
  importPlanFile,
  judgePlan,
  listPlans,
  publishYear,
  showPlan,
  signInLinkAgain,
} from './commands.ts'
import { importData, listData } from './data-commands.ts'
import { exportPlan } from './export-command.ts'
import { forecastSeries } from './forecast-command.ts'
import { hindcastCensus } from './hindcast-command.ts'
import { projectPopulation } from './project-command.ts'
import { readFiles } from './read-commands.ts'
import { collectFolder, writeWorkbooks } from './reports-commands.ts'
import type { Terminal } from './terminal.ts'

/** The command line. Parsing only; each command is a function in `commands.ts` that returns what to print or why not. */
export function makeProgram(terminal: Terminal): Command {
  const program = new Command('shirube')
    .description('しるべ: run the strategy of a local government')
    .option('--json', 'print JSON')
    .option(
      '--government <code>',
      'code of the government; needed only where two governments have a plan of that id',
    )
    .addOption(new Option('--as-of <moment>', 'as known on a day (2026-05-01) or at a moment'))
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError()

  const plan = program.command('plan').description('plans')
  plan.command('list').description('every edition of every plan').action(terminal.run(listPlans))
  plan
    .command('show <id>')
    .description('outline, counts and totals of a plan')
    .option('--edition <id>')
    .action(terminal.run(showPlan))
  plan
    .command('export <id>')
    .description('the plan file, the same plan as JSON, or as a paper (docx, pdf) or a workbook (xlsx)')
    .addOption(new Option('--format <format>').choices(PLAN_FORMAT_NAMES).default('yaml'))
    .option('--out <file>', 'where to write it; needed for docx, pdf and xlsx')
    .option('--edition <id>')
    .action(terminal.run(exportPlan))
  plan
    .command('import <file>')
    .description('take in a plan file')
    .option('--reason <text>', 'why, where the plan is known already')
    .option('--confirm', 'also remove elements and redefine shared indicators and projects')
    .action(terminal.run(importPlanFile))

  program
    .command('read <files...>')
    .description('read documents and print what is in them, every value with its page and line')
    .addOption(
      new Option('--as <shape>', 'draft, or the answer schema of the corpus')
        .choices(['draft', 'corpus'])
        .default('draft'),
    )
    .option('--out <dir>', 'write one JSON a file there instead of printing')
    .action(terminal.runOnFiles(readFiles))

  program
    .command('judge <plan>')
    .description('judge a plan’s year')
    .requiredOption('--year <fiscal year>')
    .option('--scheme <id>', 'grading scheme', 'shirube-standard')
    .action(terminal.run(judgePlan))

  const actual = program.command('actual').description('actuals')
  actual
    .command('add <indicator>')
    .description('record a value, or the reason why there is none; a correction needs --reason')
    .requiredOption('--year <fiscal year>')
    .option('--value <number>')
    .addOption(new Option('--missing <why>').choices(MISSING_WHY))
    .option('--provisional')
    .option('--source <text>')
    .option('--note <text>')
    .option('--reason <text>', 'why the standing value is corrected')
    .action(terminal.run(addActual))

  program
    .command('check <files...>')
    .description('read documents and report what does not hold together, with file, line and arithmetic')
    .addOption(new Option('--format <format>').choices(['text', 'json', 'sarif']).default('text'))
    .option('--accepted <file>', 'remarks that are known and stay quiet: mark, code and reason on each line')
    .addOption(new Option('--fail-on <severity>').choices(['error', 'warning', 'note']).default('warning'))
    .action(terminal.runOnFiles(checkFiles))

  const data = program.command('data').description('statistics that all governments share')
  data
    .command('import [files...]')
    .description(
      'take in tables of statistics (IPSS, census, register, SSDSE-A, TFR; CSV, Excel or JSON, gzipped or not)',
    )
    .option('--estat <statsDataId>', 'fetch this table from e-Stat; wants SHIRUBE_ESTAT_APP_ID')
    .action(terminal.run(importData))
  data.command('list').description('the tables taken in, by vintage').action(terminal.run(listData))

  program
    .command('project')
    .description('project the population of an area from an imported projection')
    .option('--code <code>', 'code of the area, five digits or six')
    .option('--plan <id>', 'instead of a code: where the targets of a plan would lead')
    .option('--edition <id>', 'edition of the plan')
    .option(
      '--national',
      'instead of a code: every municipality of the imported projection, with shocked paths',
    )
    .option('--base <year>', 'year to start from, one of the imported projection')
    .option('--to <year>', 'last year; past the published horizon the last rates are held')
    .option('--paths <count>', 'shocked paths: quantiles 10 to 90; with --national 1,000 unless said')
    .option('--seed <number>', 'of the shocks; the same seed gives the same figures', '1')
    .option(
      '--threads <count>',
      'with --national; all cores unless said, and the figures do not depend on it',
    )
    .hook('preAction', (_, command) => {
      const { national, base, to } = command.opts()
      const missing = base === undefined ? '--base <year>' : to === undefined ? '--to <year>' : undefined
      if (!national && missing) command.error(`error: required option '${missing}' not specified`)
    })
    .option('--dataset <id>', 'an imported projection; else the newest edition that has the base year')
    .addOption(new Option('--scenario <scenario>').choices(STANDARD_SCENARIOS).default('pattern1'))
    .option('--tfr <rate>', 'total fertility rate that sim1 and sim2 reach', '2.1')
    .option(
      '--factors <list>',
      'national TFR ÷ child-woman ratio by year, 2015=7.51,2045=7.2; else the measured ones',
    )
    .option('--by <year>', 'and by when', '2030')
    .addOption(
      new Option('--rounding <rounding>', 'default: person for pattern1, else none').choices([
        'person',
        'none',
      ]),
    )
    .option('--explain', 'births, deaths, arrivals and departures by sex and age of each step')
    .action(terminal.run(projectPopulation))

  program
    .command('forecast <series.csv>')
    .description('what the coming years of short yearly series may bring, and the chance of a target')
    .requiredOption('--to <fiscal year>')
    .option('--target <value>', 'in the unit of the table; asked of every series in it')
    .option('--tolerance <value>', 'how far from the target still counts; needed where a value is to be held')
    .action(terminal.runOnFiles(forecastSeries))

  program
    .command('hindcast <census>')
    .description(
      'how often the bands of past projections held what came: sex × age × municipality, several censuses',
    )
    .requiredOption('--fit-before <year>', 'fit on censuses up to this year only')
    .requiredOption('--targets <years>', 'later censuses to test on, with commas')
    .action(terminal.runOnFiles(hindcastCensus))

  program
    .command('publish <plan>')
    .description('close a year if it is open, and publish it')
    .requiredOption('--year <fiscal year>')
    .option('--reason <text>', 'why it is published again')
    .action(terminal.run(publishYear))

  const reports = program.command('reports').description('the workbooks of a year (調査票), out and back')
  reports
    .command('collect <folder>')
    .description('take in every returned workbook of a folder; exit code 3 where one was left')
    .requiredOption('--year <fiscal year>')
    .option('--by <name>', 'who takes them in, for the record')
    .option('--move-to <folder>', 'where workbooks go that were taken in')
    .option('--watch', 'look again until stopped')
    .action(terminal.run(collectFolder))
  reports
    .command('workbooks')
    .description('write the workbook of every department')
    .requiredOption('--year <fiscal year>')
    .requiredOption('--out <folder>')
    .action(terminal.run(writeWorkbooks))

  const bundle = program
    .command('bundle')
    .description('carry the reporting stage of a year between networks that are not connected, signed')
  bundle
    .command('key')
    .description('the fingerprint of this installation, and with --government the keys it trusts')
    .action(terminal.run(showKey))
  bundle
    .command('trust <fingerprint>')
    .description('trust the key of another installation, by the fingerprint read out over the phone')
    .requiredOption('--name <name>', 'what the other side is called')
    .option('--by <name>', 'who trusts it, for the record')
    .action(terminal.run(trust))
  bundle
    .command('distrust <fingerprint>')
    .description('trust a key no longer')
    .requiredOption('--reason <text>')
    .option('--by <name>', 'who does it, for the record')
    .action(terminal.run(distrust))
  bundle
    .command('make')
    .description('write the stage of a year into a signed file')
    .requiredOption('--year <fiscal year>')
    .requiredOption('--out <file>')
    .option('--by <name>', 'who makes it, for the record')
    .action(terminal.run(makeFile))
  bundle
    .command('show <file>')
    .description('what a bundle holds, and whether every part is as it was signed')
    .action(terminal.run(showFile))
  bundle
    .command('take <file>')
    .description('say what taking a bundle in would do; exit code 3 where it was not taken in')
    .option('--confirm', 'take it in')
    .addOption(new Option('--prefer <side>', 'where both sides changed a field').choices(['here', 'there']))
    .option('--by <name>', 'who takes it in, for the record')
    .action(terminal.run(takeFile))

  const audit = program
    .command('audit')
    .description('who saw and who changed what, and that nobody altered it since')
  audit
    .command('verify')
    .description('check the chain, the entries and the rows they cover; exit code 3 where something differs')
    .option(
      '--head <number:digest>',
      'a value noted outside; the chain must still have it (with --government)',
    )
    .action(terminal.runWhereKept(verify))
  audit.command('seal').description('seal what waits').action(terminal.runWhereKept(seal))
  audit
    .command('erase')
    .description('erase names that are past their term')
    .action(terminal.runWhereKept(erase))
  program.command('backup <file>').description('everything, as one file').action(terminal.run(backUp))
  program.command('restore <file>').description('into an empty database').action(terminal.run(restoreFrom))
  program
    .command('sign-in-link')
    .description('a new one-time link for the administrator, or for a person to set a password')
    .option('--email <address>', 'the person')
    .option(
      '--codes-off',
      'turn their two-step sign-in off, where the application and the backup codes are lost',
    )
    .action(terminal.run(signInLinkAgain))
  return program
}
