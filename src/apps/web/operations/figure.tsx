interface FigureProps {
  readonly name: string;
  readonly value: number | string;
  readonly isBad?: boolean;
}

export const Figure = ({ name, value, isBad = false }: FigureProps) => (
  <div class="figure">
    <dt>{name}</dt>
    <dd class={isBad ? "wrong" : undefined}>{value}</dd>
  </div>
);
