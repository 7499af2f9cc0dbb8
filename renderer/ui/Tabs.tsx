import { useContext, useEffect, useRef, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { ActionList } from './headActions.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Select } from './Select.tsx';

export interface TabItem<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: IconName;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly items: readonly TabItem<T>[];
  readonly current: T;
  readonly onChange: (value: T) => void;
  /** What the current tab shows. */
  readonly children: ReactNode;
}

/** Parts of one thing. Below 700 px the row of tabs is one select. */
export function Tabs<T extends string>({ label, items, current, onChange, children }: TabsProps<T>) {
  useTabActions(items, onChange);
  return (
    <AriaTabs
      className="tab-parts"
      selectedKey={current}
      keyboardActivation="manual"
      onSelectionChange={(key) => {
        const chosen = items.find((item) => item.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <TabList aria-label={label} className="tabs">
        {items.map((item) => (
          <Tab key={item.value} id={item.value} className="tab">
            {item.icon ? <Icon name={item.icon} /> : null}
            {item.label}
          </Tab>
        ))}
      </TabList>
      <div className="tab-select">
        <Select
          label={label}
          hideLabel
          field="tabs"
          value={current}
          options={items}
          onChange={(next) => {
            if (next !== '') onChange(next);
          }}
        />
      </div>
      <TabPanel key={current} id={current} className="tab-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}

/** Every part can be reached from the palette by its name. */
function useTabActions<T extends string>(items: readonly TabItem<T>[], onChange: (value: T) => void): void {
  const add = useContext(ActionList);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (!add) return undefined;
    const removes = items.map(({ value, label, icon }) =>
      add({
        label: `Onderdeel: ${label}`,
        group: 'Ga naar',
        ...(icon ? { icon } : {}),
        run: () => latest.current(value),
      }),
    );
    return () => removes.forEach((remove) => remove());
  }, [add, items]);
}
