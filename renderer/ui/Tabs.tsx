import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
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
