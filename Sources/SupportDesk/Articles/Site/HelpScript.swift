/// The search box of a help site. It searches in the page, so it works without any network, and
/// writes what it found as text, never as HTML.
enum HelpScript {
  static let text = #"""
    "use strict";
    (() => {
      const form = document.getElementById("search");
      const box = document.getElementById("query");
      const results = document.getElementById("results");
      const most = 12;
      const weights = { title: 8, tags: 6, category: 4, headings: 3, summary: 2, body: 1 };

      // Letters without accents and case. What has no blanks between words is searched by letters.
      const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
      const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

      let documents = null;
      const read = () => helpArticles.map((article) => {
        const fields = [];
        for (const name in weights) {
          fields.push({ weight: weights[name], text: fold(article[name]), words: wordsOf(article[name]) });
        }
        return { article, fields };
      });

      // A whole word counts most, then its beginning; a word's last letters may differ.
      const strength = (field, word) => {
        if (unspaced.test(word)) return field.text.includes(word) ? field.weight : 0;
        const stem = word.length > 5 ? word.slice(0, word.length - 2) : word;
        let best = 0;
        let count = 0;
        for (const other of field.words) {
          const match = other === word ? 3 : other.startsWith(word) ? 2 : other.startsWith(stem) ? 1 : 0;
          if (match > 0) count += 1;
          if (match > best) best = match;
        }
        return best * field.weight * (1 + Math.log(1 + count) / 4);
      };

      const find = (words) => {
        documents = documents || read();
        const scores = documents.map((document) =>
          words.map((word) => document.fields.reduce((sum, field) => sum + strength(field, word), 0)));
        const rarity = words.map((_, place) => {
          const holders = scores.filter((score) => score[place] > 0).length;
          return Math.log(1 + documents.length / (1 + holders));
        });
        return documents.map((document, place) => {
          const matched = scores[place].filter((score) => score > 0).length;
          const sum = scores[place].reduce((all, score, word) => all + score * rarity[word], 0);
          return { article: document.article, matched, score: sum * matched / words.length };
        }).filter((hit) => hit.matched > 0)
          .sort((one, other) => other.matched - one.matched || other.score - one.score)
          .slice(0, most);
      };

      const write = (parent, text, words) => {
        for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
          const isHit = part && words.some((word) => fold(part).startsWith(word));
          const mark = document.createElement("mark");
          mark.textContent = part;
          parent.append(isHit ? mark : part);
        }
      };

      // The part of the text around the first word that was found, or the summary.
      const excerpt = (article, words) => {
        const parts = article.body.split(/\n+/);
        const line = parts.find((part) => wordsOf(part).some((other) =>
          words.some((word) => other.startsWith(word)))) || article.summary;
        return line.length > 180 ? line.slice(0, 180) + "…" : line;
      };

      const show = () => {
        const words = [...new Set(wordsOf(box.value))].slice(0, 12);
        results.replaceChildren();
        results.hidden = words.length === 0;
        if (results.hidden) return;
        const hits = find(words);
        if (hits.length === 0) {
          const none = document.createElement("p");
          none.textContent = form.dataset.none;
          return results.append(none);
        }
        const list = document.createElement("ol");
        for (const { article } of hits) {
          const item = document.createElement("li");
          const link = document.createElement("a");
          link.href = form.dataset.base + article.path;
          write(link, article.title, words);
          const text = document.createElement("p");
          write(text, excerpt(article, words), words);
          item.append(link, text);
          list.append(item);
        }
        results.append(list);
      };

      form.hidden = false;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const first = results.querySelector("a");
        if (first) location.href = first.href;
      });
      box.addEventListener("input", show);
      document.addEventListener("keydown", (event) => {
        if (event.key === "/" && document.activeElement !== box) {
          event.preventDefault();
          box.focus();
        } else if (event.key === "Escape" && document.activeElement === box) {
          box.value = "";
          show();
        }
      });
      const asked = new URLSearchParams(location.search).get("q");
      if (asked) {
        box.value = asked;
        show();
      }
    })();

    """#
}
