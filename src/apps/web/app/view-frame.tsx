import { Component, type ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Loading } from "../parts/loading.tsx";
import { appWords } from "../words/app.ts";
import { useWords } from "./language.tsx";
import type { findRoute, View } from "./routes.tsx";

type Found = ReturnType<typeof findRoute>;

/** Fetches the view of an address and shows it; a view that fails takes nothing else with it. */
export function ViewFrame({ found }: { readonly found: Found }) {
  const [view, setView] = useState<{ readonly of: unknown; readonly View: View } | null>(null);
  const [isStale, setStale] = useState(false);
  const route = found?.route ?? null;
  useEffect(() => {
    let isGone = false;
    route
      ?.load()
      .then((View) => isGone || setView({ of: route.load, View }))
      .catch(() => isGone || setStale(true));
    return () => {
      isGone = true;
    };
  }, [route]);
  if (isStale) return <Stale />;
  if (!found) return <NotFound />;
  if (view?.of !== found.route.load) return <Loading />;
  const { View } = view;
  return (
    <Guard key={JSON.stringify(found.parts)} fallback={<Broken />}>
      <View parts={found.parts} />
    </Guard>
  );
}

class Guard extends Component<{ readonly children: ComponentChildren; readonly fallback: ComponentChildren }> {
  override state = { isBroken: false };
  static override getDerivedStateFromError = () => ({ isBroken: true });
  override render() {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}

function NotFound() {
  const words = useWords(appWords);
  return (
    <div class="page narrow">
      <h1>{words.notFound}</h1>
      <p>{words.notFoundHint}</p>
      <a href="/">{words.toCollection}</a>
    </div>
  );
}

/** The server has newer files than this page knows of. */
const Stale = () => <Reload text={useWords(appWords).newVersion} />;
const Broken = () => <Reload text={useWords(appWords).broken} />;

function Reload({ text }: { readonly text: string }) {
  const words = useWords(appWords);
  return (
    <div class="page narrow" role="alert">
      <p>{text}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </div>
  );
}
