import { isKnownQuestion } from '../contacts/questions.ts'
import { type Issue, Refusal } from '../platform/errors.ts'
import { type Framework, isReadyMade } from './frameworks.ts'

/** What makes a framework qualify nobody, or keeps it from being read aloud: each with its place in it. */
export function flawsOfFramework({ key, name, items, least }: Framework): Issue[] {
  const flaw = (path: Issue['path'], code: string, params = {}): Issue => ({
    path,
    code: `qualification.${code}`,
    params,
  })
  return [
    ...(name || isReadyMade(key) ? [] : [flaw(['name'], 'unnamed')]),
    ...(least <= items.length ? [] : [flaw(['least'], 'too_few', { least, count: items.length })]),
    ...items.flatMap(({ question, name, ask }, place) => [
      ...(items.findIndex(each => each.question === question) < place
        ? [flaw(['items', place], 'repeated', { question })]
        : []),
      ...(isKnownQuestion(question) || (name && ask) ? [] : [flaw(['items', place], 'unworded')]),
    ]),
  ]
}

/** The same with their places in what holds the framework. */
export const flawsWithin = (framework: Framework): Issue[] =>
  flawsOfFramework(framework).map(flaw => ({ ...flaw, path: ['framework', ...flaw.path] }))

/** Refuses a framework with flaws, naming each place. */
export function mustBeSoundFramework(framework: Framework) {
  const flaws = flawsWithin(framework)
  const [first] = flaws
  if (first) throw new Refusal('bad', first.code, first.params, flaws)
}
