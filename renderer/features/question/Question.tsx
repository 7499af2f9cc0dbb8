/**
 * The question a household comes with: first the own words, never rewritten, with additions under them; then the
 * question behind it, as it was agreed. On top of Overzicht.
 */
import { useState } from 'react';
import { readHelpRequests, type HelpRequest } from '../../../shared/documents/dossierQuestions.ts';
import type { Replica } from '../../data/replica.ts';
import { useHasDraft } from '../../data/useFormDraft.ts';
import { useReading, useRecords } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { longDate, shortDate } from '../../ui/dateText.ts';
import { Voice } from '../household/ReadText.tsx';
import { shortName } from '../household/personText.ts';
import { NewQuestion, newQuestionDraft } from './NewQuestion.tsx';
import { QuestionDetails } from './QuestionDetails.tsx';
import './question.css';

export function Question({ replica }: { readonly replica: Replica }) {
  const requests = useReading(replica, ['helpRequests', 'helpRequestAdditions', 'deeperQuestions'], readHelpRequests);
  const begun = useHasDraft(newQuestionDraft(replica));
  const [adding, setAdding] = useState(begun);
  const [latest, ...earlier] = requests;
  return (
    <section className="question" aria-label="De vraag">
      {latest ? <OneQuestion replica={replica} question={latest} /> : null}
      {earlier.length > 0 ? (
        <details className="earlier-questions">
          <summary>{earlier.length === 1 ? '1 eerdere vraag' : `${earlier.length} eerdere vragen`}</summary>
          {earlier.map((question) => (
            <OneQuestion key={question.request.id} replica={replica} question={question} />
          ))}
        </details>
      ) : null}
      {adding ? (
        <NewQuestion replica={replica} onClose={() => setAdding(false)} />
      ) : (
        <Button
          variant={latest ? 'quiet' : 'secondary'}
          icon="quotes"
          field="question.add"
          disabled={!replica.writable}
          onPress={() => setAdding(true)}
        >
          {latest ? 'Nieuwe vraag' : 'Schrijf de vraag op, in eigen woorden'}
        </Button>
      )}
    </section>
  );
}

function OneQuestion({ replica, question }: { readonly replica: Replica; readonly question: HelpRequest }) {
  const { today, nameOf } = useVault();
  const returnField = useReturnField();
  const persons = useRecords(replica, 'persons');
  const { request, additions, deeper } = question;
  const here =
    recordIdIn(returnField, 'helpRequests') === request.id ||
    deeper.some(({ id }) => recordIdIn(returnField, 'deeperQuestions') === id);
  const begun = useHasDraft(`${replica.documentId}.helpRequests.${request.id}.`);
  const [open, setOpen] = useState(here || begun);
  const person = persons.find(({ id }) => id === request.values.saidByPersonId);
  const who = person ? shortName(person) : (request.values.saidByName ?? '');
  const behind = deeper[0];
  return (
    <div className="one-question">
      <p className="question-head">
        <Icon name="quotes" filled />
        {[
          'Vraag in eigen woorden',
          [who, longDate(request.values.receivedOn ?? '', today)].filter(Boolean).join(', '),
        ].join(' · ')}
      </p>
      <p className="question-words">
        <Voice>{request.values.words ?? ''}</Voice>
      </p>
      {additions.map((addition) => (
        <p key={addition.id} className="question-addition">
          <Voice>{addition.values.text ?? ''}</Voice>
          <span className="meta">
            aanvulling {shortDate(addition.values.writtenOn ?? '', today)}, {nameOf(addition.values.author ?? null)}
          </span>
        </p>
      ))}
      {behind ? (
        <p className="question-behind">
          <span className="meta">
            Vraag achter de vraag ·{' '}
            {behind.values.discussedOn
              ? `besproken ${shortDate(behind.values.discussedOn, today)}${behind.values.discussedWith ? ` met ${behind.values.discussedWith}` : ''}`
              : 'nog niet besproken'}
          </span>
          {behind.values.text}
        </p>
      ) : null}
      <Button
        variant="quiet"
        icon={open ? 'caret-up' : 'caret-down'}
        expanded={open}
        field={`helpRequests.${request.id}.open`}
        onPress={() => setOpen(!open)}
      >
        {open ? 'Minder' : 'Meer over deze vraag'}
      </Button>
      {open ? <QuestionDetails replica={replica} question={question} /> : null}
    </div>
  );
}
