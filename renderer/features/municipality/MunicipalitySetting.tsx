import { useRouter } from '../../app/routerContext.tsx';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';

/** The doors to the profile and to reading lists, in the settings. */
export function MunicipalitySetting() {
  const router = useRouter();
  const { profile } = useVault();
  return (
    <Section title="Gemeente">
      <ul>
        <ListRow
          title={`Gemeente ${profile.municipality}`}
          meta="Namen, plaatsen, termijnen, kleuren en logo."
          trail={
            <Button field="settings.municipality" onPress={() => router.go({ screen: 'gemeente' })}>
              Bekijk en verander
            </Button>
          }
        />
        <ListRow
          title="Huishoudens inlezen"
          meta="Een lijst met huishoudens en personen die je al hebt."
          trail={
            <Button field="settings.import" onPress={() => router.go({ screen: 'inlezen', kind: 'HUISHOUDENS' })}>
              Lees een lijst in
            </Button>
          }
        />
      </ul>
    </Section>
  );
}
