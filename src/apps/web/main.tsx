import { render } from "preact";
import { App } from "./app/app.tsx";
import { keepLabelsHarmless } from "./app/harmless-labels.ts";
import { followLinks } from "./app/location.tsx";
import { applyTheme, storedTheme } from "./app/theme.ts";
import "./app/base.css";
import "./app/controls.css";

keepLabelsHarmless();
applyTheme(storedTheme());
followLinks();
render(<App />, document.getElementById("app")!);
