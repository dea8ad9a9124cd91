// Prepare page — asks only what the list depends on, then shows exactly this resident's list.

import { useLanguage, useWords } from '#kit/web/language'
import { LinkCards } from '#kit/web/link-cards'
import { Columns, Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { useAddress } from '#kit/web/router'
import { type WizardStep, WizardSteps } from '#kit/web/wizard-steps'
import { serviceStandard } from '#standard'
import { ChecklistShown } from './checklist-shown.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import {
  type Answers,
  addressOf,
  ageChoices,
  findChecklist,
  nextQuestion,
  type Question,
  questionsFor,
  readAnswers,
  whoChoices,
} from './prepare.ts'

export function Page() {
  const words = useWords({ id, en }).prepare
  const { search } = useAddress()
  const answers = readAnswers(search, serviceStandard)
  const question = nextQuestion(answers)
  const checklist = findChecklist(answers, serviceStandard)
  return (
    <KitPage title={words.title} back={backFrom(answers, words)}>
      <Columns share="side">
        <WizardSteps label={words.steps} steps={stepsOf(answers, words.stepNames)} />
        {question !== undefined && <QuestionShown question={question} answers={answers} />}
        {checklist !== undefined && <ChecklistShown checklist={checklist} />}
      </Columns>
    </KitPage>
  )
}

type PrepareWords = (typeof id)['prepare']

/** Back leads to the question before, and from the first one home. */
function backFrom(answers: Answers, words: PrepareWords) {
  const { service, age, who } = answers
  if (service === undefined) return { to: '/', title: words.back }
  if (who !== undefined) return { to: addressOf({ service, ...(age && { age }) }) }
  if (age !== undefined) return { to: addressOf({ service }) }
  return { to: addressOf({}) }
}

function stepsOf(answers: Answers, names: PrepareWords['stepNames']): readonly WizardStep[] {
  const here = nextQuestion(answers)
  const asked = questionsFor(answers.service).map((question): WizardStep => {
    const isDone = answers[question] !== undefined
    const state = question === here ? 'here' : isDone ? 'done' : 'later'
    return { key: question, title: names[question], state }
  })
  const list = { key: 'list', title: names.list, state: here ? 'later' : 'here' } as const
  return [...asked, list]
}

interface QuestionShownProps {
  readonly question: Question
  readonly answers: Answers
}

function QuestionShown({ question, answers }: QuestionShownProps) {
  const words = useWords({ id, en }).prepare
  const asked = { service: words.whichService, age: words.whichAge, who: words.whichWho }[question]
  return (
    <Sheet title={asked}>
      <Stack tight>
        {question === 'service' && <ServiceAnswers />}
        {question === 'age' && <AgeAnswers answers={answers} />}
        {question === 'who' && <WhoAnswers answers={answers} />}
      </Stack>
    </Sheet>
  )
}

function ServiceAnswers() {
  const language = useLanguage()
  return (
    <LinkCards
      columns={2}
      cards={serviceStandard.services.map(({ type, name, explanation }) => ({
        to: addressOf({ service: type }),
        title: name[language],
        help: explanation[language],
      }))}
    />
  )
}

function AgeAnswers({ answers }: { readonly answers: Answers }) {
  const { ages } = useWords({ id, en }).prepare
  const { card, earlyRecording } = serviceStandard.ages
  const titles = {
    adult: ages.adult(card),
    married: ages.married(card),
    early: ages.early(earlyRecording),
    child: ages.child(earlyRecording),
  }
  return (
    <LinkCards
      cards={ageChoices().map((age) => ({
        to: addressOf({ ...answers, age }),
        title: titles[age],
      }))}
    />
  )
}

function WhoAnswers({ answers }: { readonly answers: Answers }) {
  const { who: titles } = useWords({ id, en }).prepare
  const choices = answers.service === undefined ? [] : whoChoices(answers.service)
  return (
    <LinkCards
      cards={choices.map((who) => ({ to: addressOf({ ...answers, who }), title: titles[who] }))}
    />
  )
}
