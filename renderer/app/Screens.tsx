import { WhileOpen } from '../features/access/AccessEnded.tsx';
import { WhoWorksAlong } from '../features/access/WhoWorksAlong.tsx';
import { DossierPart } from '../features/closing/DossierPart.tsx';
import { ConsultationScreen } from '../features/consultation/ConsultationScreen.tsx';
import { Conversation } from '../features/conversation/Conversation.tsx';
import { Directory } from '../features/directory/Directory.tsx';
import { TakeIn } from '../features/export/TakeIn.tsx';
import { Household } from '../features/household/Household.tsx';
import { Households } from '../features/households/Households.tsx';
import { MunicipalityScreen } from '../features/municipality/MunicipalityScreen.tsx';
import { ReadList } from '../features/import/ReadList.tsx';
import { SettingsScreen } from '../features/session/SettingsScreen.tsx';
import { Tasks } from '../features/tasks/Tasks.tsx';
import { OpenChoices } from '../features/team/OpenChoices.tsx';
import { TeamScreen } from '../features/team/TeamScreen.tsx';
import { Today } from '../features/today/Today.tsx';
import { VisitScreen } from '../features/visit/VisitScreen.tsx';
import { WorkNotes } from '../features/worknotes/WorkNotes.tsx';
import type { Route } from './routes.ts';

/** The screen of this route. To add one: a route in routes.ts, and a line here. */
export function Screen({ route }: { readonly route: Route }) {
  const screen = <ScreenOf route={route} />;
  return 'householdId' in route ? (
    <WhileOpen key={route.householdId} householdId={route.householdId}>
      {screen}
    </WhileOpen>
  ) : (
    screen
  );
}

function ScreenOf({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'vandaag':
      return <Today />;
    case 'spreekuur':
      return <ConsultationScreen />;
    case 'taken':
      return <Tasks />;
    case 'huishoudens':
      return <Households />;
    case 'huishouden':
      return <Household key={route.householdId} householdId={route.householdId} tab={route.tab} />;
    case 'gesprek':
      return (
        <Conversation
          key={route.conversationId}
          householdId={route.householdId}
          documentId={route.documentId}
          conversationId={route.conversationId}
        />
      );
    case 'huisbezoek':
      return <VisitScreen key={route.visitId} householdId={route.householdId} visitId={route.visitId} />;
    case 'meewerkers':
      return <WhoWorksAlong key={route.householdId} householdId={route.householdId} />;
    case 'dossier':
      return (
        <DossierPart key={`${route.householdId}.${route.part}`} householdId={route.householdId} part={route.part} />
      );
    case 'werkaantekeningen':
      return <WorkNotes />;
    case 'overnemen':
      return <TakeIn />;
    case 'samenBekijken':
      return <OpenChoices />;
    case 'team':
      return <TeamScreen />;
    case 'instellingen':
      return <SettingsScreen />;
    case 'socialeKaart':
      return <Directory key={route.organisationId ?? ''} shown={route.organisationId ?? null} />;
    case 'inlezen':
      return <ReadList key={route.kind} kind={route.kind} />;
    case 'gemeente':
      return <MunicipalityScreen />;
  }
}
