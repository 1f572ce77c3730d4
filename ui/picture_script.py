"""What runs in the browser when a chart is taken as a picture."""

# Streamlit keeps Plotly to itself, so the camera of the chart's own (hidden) bar is pressed, and the link by which
# Plotly saves its SVG is caught. Around that SVG stand the title, the key and what the picture is of; colours are those
# of white paper, and the fonts of the page are put in, since a picture may not fetch any. Nothing is sent anywhere.
TAKE = """
if (!window.picturesTaken) {
  window.picturesTaken = true;
  const PAD = 24, SHARP = 2, LEAST = 480, SVG = "http://www.w3.org/2000/svg", FONT = "Dashboard Sans";
  const FAMILY = `"${FONT}", "Source Sans", Arial, sans-serif`, INK = "#1F2430", FAINT = "#575D68";

  const save = (blob, name) => {
    const link = Object.assign(document.createElement("a"), {href: URL.createObjectURL(blob), download: name});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const drawn = chart => new Promise((done, failed) => {
    const filename = `chart-${Math.random().toString(36).slice(2)}`;
    const caught = event => {
      const link = event.target.closest?.("a[download]");
      if (link?.download !== `${filename}.svg`) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      removeEventListener("click", caught, true);
      fetch(link.href).then(got => got.text()).then(done, failed);
    };
    addEventListener("click", caught, true);
    chart._context.toImageButtonOptions = {format: "svg", filename};
    chart.querySelector(".modebar-btn").click();
    setTimeout(() => { removeEventListener("click", caught, true); failed(new Error("Plotly drew nothing")); }, 20000);
  });

  const two = number => Number(number).toString(16).padStart(2, "0");
  const COLOUR = /rgb\\((\\d+), ?(\\d+), ?(\\d+)\\)|#[0-9a-f]{6}\\b/gi;
  const putOnWhite = (chart, [words, shapes]) => {
    for (const one of chart.querySelectorAll("*")) {
      const lighter = one.closest("text") ? words : shapes;
      for (const {name, value} of [...one.attributes].filter(has => ["style", "fill", "stroke"].includes(has.name)))
        one.setAttribute(name, value.replace(COLOUR, (colour, r, g, b) =>
          lighter[(r === undefined ? colour : `#${two(r)}${two(g)}${two(b)}`).toUpperCase()] ?? colour));
    }
  };

  const measure = document.createElement("canvas").getContext("2d");
  const wrapped = (text, font, width) => {
    measure.font = `${font} ${FAMILY}`;
    const lines = [];
    for (const word of text.split(/[ \\n]+/).filter(Boolean)) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && measure.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };

  const ranges = rule => (rule.style.getPropertyValue("unicode-range") || "U+0-10FFFF").split(",").map(one =>
    one.trim().slice(2).split("-").map(end => parseInt(end, 16)));
  const fontRules = async text => {
    const letters = [...new Set(text)].map(letter => letter.codePointAt(0));
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
    const wanted = new Map();
    for (const rule of rules) {
      if (!(rule instanceof CSSFontFaceRule) || !rule.style.fontFamily.includes(FONT)) continue;
      const [, address] = rule.style.getPropertyValue("src").match(/url\\(["']?([^"')]+)/) ?? [];
      const needed = ranges(rule).some(([from, to = from]) => letters.some(one => one >= from && one <= to));
      if (address && needed) wanted.set(new URL(address, document.baseURI).href, rule.style.fontWeight || "400");
    }
    const faces = await Promise.all([...wanted].map(async ([address, weight]) => {
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      const data = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
      return `@font-face{font-family:"${FONT}";font-weight:${weight};` +
        `src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    }));
    return faces.join("");
  };

  const part = (name, attributes, text = "") => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };

  const composed = async (svg, told) => {
    const chart = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    if (told.lighter) putOnWhite(chart, told.lighter);
    const [chartWidth, chartHeight] = ["width", "height"].map(side => parseFloat(chart.getAttribute(side)));
    const width = Math.max(chartWidth, LEAST), parts = [];
    let y = PAD;
    const lines = (text, size, weight, colour, high) => {
      for (const line of wrapped(text, `${weight} ${size}px`, width)) {
        y += high;
        const look = {"font-size": size, "font-weight": weight, fill: colour};
        parts.push(part("text", {x: PAD, y: y - high * .25, "font-family": FAMILY, ...look}, line));
      }
    };
    lines(told.title, 18, 650, INK, 24);
    chart.setAttribute("x", PAD);
    chart.setAttribute("y", y += 12);
    y += chartHeight + 8;
    let x = PAD;
    for (const [icon, word] of told.key) {
      measure.font = `400 13px ${FAMILY}`;
      const wide = measure.measureText(word).width + 20;
      if (x === PAD || x + wide > PAD + width) [x, y] = [PAD, y + 20];
      parts.push(part("image", {x, y: y - 16, width: 14, height: 14, href: icon}));
      parts.push(part("text", {x: x + 19, y: y - 5, "font-family": FAMILY, "font-size": 13, fill: INK}, word));
      x += wide + 16;
    }
    if (told.note) { y += 4; lines(told.note, 12, 400, FAINT, 17); }
    y += 4;
    const marked = !told.madeUp || chart.textContent.includes(told.madeUp);
    lines(marked ? told.about : `${told.madeUp} · ${told.about}`, 12, 400, FAINT, 17);
    const whole = {width: width + 2 * PAD, height: Math.ceil(y + PAD - 8)};
    const root = part("svg", {xmlns: SVG, ...whole, viewBox: `0 0 ${whole.width} ${whole.height}`});
    root.append(part("title", {}, told.title), part("desc", {}, told.about));
    const written = [root, chart, ...parts].map(one => one.textContent).join("");
    root.append(part("style", {}, await fontRules(written)));
    root.append(part("rect", {...whole, fill: "#FFFFFF"}), chart, ...parts);
    return [new XMLSerializer().serializeToString(root), whole];
  };

  const [OFTEN, ALIKE, TRIES] = [60, 5, 150];  // milliseconds between two looks; looks that have to agree; at most
  const painted = async (svg, size) => {
    const [width, height] = [size.width * SHARP, size.height * SHARP];
    const canvas = Object.assign(document.createElement("canvas"), {width, height});
    const brush = canvas.getContext("2d", {willReadFrequently: true});
    const ink = async text => {  // how many dark points there are once it is drawn
      const address = URL.createObjectURL(new Blob([text], {type: "image/svg+xml"}));
      const image = Object.assign(new Image(), {src: address});
      await image.decode();
      brush.clearRect(0, 0, width, height);
      brush.drawImage(image, 0, 0, width, height);
      URL.revokeObjectURL(address);
      let found = 0;
      const points = brush.getImageData(0, 0, width, height).data;
      for (let at = 0; at < points.length; at += 4) if (points[at] < 128) found++;
      return found;
    };
    // A picture counts as loaded before its fonts are, and has no words until then: it is drawn until it has them, and
    // stays the same.
    const wordless = await ink(svg.replace("@font-face", "text{display:none}@font-face"));
    let [before, alike] = [wordless, 0];
    for (let tries = 0; tries < TRIES && alike < ALIKE; tries++) {
      if (tries) await new Promise(done => setTimeout(done, OFTEN));
      const now = await ink(svg);
      alike = now !== wordless && now === before ? alike + 1 : 0;
      before = now;
    }
    return new Promise((done, failed) => canvas.toBlob(blob => blob ? done(blob) : failed(), "image/png"));
  };

  document.addEventListener("click", async event => {
    const button = event.target.closest?.("button[data-picture]");
    if (!button || button.ariaBusy === "true") return;
    const box = button.parentElement, told = JSON.parse(box.dataset.told), kind = button.dataset.picture;
    box.querySelector("[role=status]").textContent = "";
    button.ariaBusy = "true";  // not disabled, which would take the focus away
    try {
      const svg = await drawn(document.querySelector(`.${CSS.escape(told.chart)} .js-plotly-plot`));
      const [whole, size] = await composed(svg, told);
      const made = kind === "png" ? await painted(whole, size) : new Blob([whole], {type: "image/svg+xml"});
      save(made, `${told.file}.${kind}`);
    } catch {
      box.querySelector("[role=status]").textContent = told.failed;
    }
    button.ariaBusy = "false";
  });
}
"""
