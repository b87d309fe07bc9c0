-- What a search looks in: words without accents and in lower case, as nameKey (src/lib/text.ts) makes
-- them. SQLite can't, so whoever writes a title or a contact writes its key. The rows that are there
-- get theirs here, letter by letter; what is no letter parts two words.

ALTER TABLE actions ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN search_key TEXT NOT NULL DEFAULT '';

UPDATE actions SET title_key = (
  WITH RECURSIVE spelled (rest, key) AS (
    SELECT title, ''
    UNION ALL
    SELECT substr(rest, 2), key || CASE
      WHEN rest GLOB '[A-Za-z0-9]*' THEN lower(substr(rest, 1, 1))
      WHEN unicode(rest) BETWEEN 768 AND 879 THEN ''
      ELSE coalesce((
        SELECT plain.key FROM json_each('{"a":"ÀÁÂÃÄÅàáâãäåĀāĂăĄąª","ae":"Ææ","c":"ÇçĆćĈĉĊċČč","d":"Ďď",
          "e":"ÈÉÊËèéêëĒēĔĕĖėĘęĚě","g":"ĜĝĞğĠġĢģ","i":"ÌÍÎÏìíîïĨĩĪīĬĭĮįİ","l":"ĹĺĻļĽľ",
          "n":"ÑñŃńŅņŇň","o":"ÒÓÔÕÖòóôõöŌōŎŏŐőº","oe":"Œœ","r":"ŔŕŖŗŘř",
          "s":"ŚśŜŝŞşŠšȘș","t":"ŢţŤťȚț","u":"ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų","y":"ÝýÿŶŷŸ",
          "z":"ŹźŻżŽž"}') AS plain WHERE instr(plain.value, substr(rest, 1, 1)) > 0),
        iif(unicode(rest) < 192 OR unicode(rest) BETWEEN 8192 AND 8303, ' ', substr(rest, 1, 1))) END
    FROM spelled WHERE rest <> ''
  )
  SELECT key FROM spelled WHERE rest = ''
);

UPDATE sessions SET title_key = (
  WITH RECURSIVE spelled (rest, key) AS (
    SELECT title, ''
    UNION ALL
    SELECT substr(rest, 2), key || CASE
      WHEN rest GLOB '[A-Za-z0-9]*' THEN lower(substr(rest, 1, 1))
      WHEN unicode(rest) BETWEEN 768 AND 879 THEN ''
      ELSE coalesce((
        SELECT plain.key FROM json_each('{"a":"ÀÁÂÃÄÅàáâãäåĀāĂăĄąª","ae":"Ææ","c":"ÇçĆćĈĉĊċČč","d":"Ďď",
          "e":"ÈÉÊËèéêëĒēĔĕĖėĘęĚě","g":"ĜĝĞğĠġĢģ","i":"ÌÍÎÏìíîïĨĩĪīĬĭĮįİ","l":"ĹĺĻļĽľ",
          "n":"ÑñŃńŅņŇň","o":"ÒÓÔÕÖòóôõöŌōŎŏŐőº","oe":"Œœ","r":"ŔŕŖŗŘř",
          "s":"ŚśŜŝŞşŠšȘș","t":"ŢţŤťȚț","u":"ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų","y":"ÝýÿŶŷŸ",
          "z":"ŹźŻżŽž"}') AS plain WHERE instr(plain.value, substr(rest, 1, 1)) > 0),
        iif(unicode(rest) < 192 OR unicode(rest) BETWEEN 8192 AND 8303, ' ', substr(rest, 1, 1))) END
    FROM spelled WHERE rest <> ''
  )
  SELECT key FROM spelled WHERE rest = ''
) WHERE title IS NOT NULL;

UPDATE contacts SET search_key = (
  WITH RECURSIVE spelled (rest, key) AS (
    SELECT email || ' ' || name || ' ' || organisation, ''
    UNION ALL
    SELECT substr(rest, 2), key || CASE
      WHEN rest GLOB '[A-Za-z0-9]*' THEN lower(substr(rest, 1, 1))
      WHEN unicode(rest) BETWEEN 768 AND 879 THEN ''
      ELSE coalesce((
        SELECT plain.key FROM json_each('{"a":"ÀÁÂÃÄÅàáâãäåĀāĂăĄąª","ae":"Ææ","c":"ÇçĆćĈĉĊċČč","d":"Ďď",
          "e":"ÈÉÊËèéêëĒēĔĕĖėĘęĚě","g":"ĜĝĞğĠġĢģ","i":"ÌÍÎÏìíîïĨĩĪīĬĭĮįİ","l":"ĹĺĻļĽľ",
          "n":"ÑñŃńŅņŇň","o":"ÒÓÔÕÖòóôõöŌōŎŏŐőº","oe":"Œœ","r":"ŔŕŖŗŘř",
          "s":"ŚśŜŝŞşŠšȘș","t":"ŢţŤťȚț","u":"ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų","y":"ÝýÿŶŷŸ",
          "z":"ŹźŻżŽž"}') AS plain WHERE instr(plain.value, substr(rest, 1, 1)) > 0),
        iif(unicode(rest) < 192 OR unicode(rest) BETWEEN 8192 AND 8303, ' ', substr(rest, 1, 1))) END
    FROM spelled WHERE rest <> ''
  )
  SELECT key FROM spelled WHERE rest = ''
);
