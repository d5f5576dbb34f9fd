"""Records to HTML, CSV and JSON, as text. Knows neither MkDocs nor the folder of the site."""
