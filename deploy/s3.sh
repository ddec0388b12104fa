#!/bin/sh
# Skriven av ”npm run deploy” ur src/serving. Ändra där, inte här.
# Lägger webbplatsen i en S3-hink: sh deploy/s3.sh MAPP HINK
# Skriver ut vad CloudFront ska skicka, en policy för varje slags sida:
#   sh deploy/s3.sh --huvuden            allt annat
#   sh deploy/s3.sh --huvuden-inbaddat   /inbaddat/*
#   sh deploy/s3.sh --huvuden-data       /api/* /data/* /datasets/* /dcat.* /floden/*
# Varje: sh deploy/s3.sh --huvuden > policy.json
#   aws cloudfront create-response-headers-policy --response-headers-policy-config file://policy.json
set -eu
if [ "${1:-}" = --huvuden ]; then
  cat <<'JSON'
{
  "Name": "oppna-jamforelser",
  "SecurityHeadersConfig": {
    "ContentTypeOptions": {
      "Override": true
    },
    "ReferrerPolicy": {
      "Override": true,
      "ReferrerPolicy": "no-referrer"
    },
    "ContentSecurityPolicy": {
      "Override": true,
      "ContentSecurityPolicy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    }
  },
  "CustomHeadersConfig": {
    "Quantity": 2,
    "Items": [
      {
        "Header": "Permissions-Policy",
        "Value": "camera=(), geolocation=(), microphone=()",
        "Override": true
      },
      {
        "Header": "Cross-Origin-Opener-Policy",
        "Value": "same-origin",
        "Override": true
      }
    ]
  }
}
JSON
  exit 0
fi
if [ "${1:-}" = --huvuden-inbaddat ]; then
  cat <<'JSON'
{
  "Name": "oppna-jamforelser-inbaddat",
  "SecurityHeadersConfig": {
    "ContentTypeOptions": {
      "Override": true
    },
    "ReferrerPolicy": {
      "Override": true,
      "ReferrerPolicy": "no-referrer"
    },
    "ContentSecurityPolicy": {
      "Override": true,
      "ContentSecurityPolicy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors *"
    }
  },
  "CustomHeadersConfig": {
    "Quantity": 2,
    "Items": [
      {
        "Header": "Permissions-Policy",
        "Value": "camera=(), geolocation=(), microphone=()",
        "Override": true
      },
      {
        "Header": "Cross-Origin-Opener-Policy",
        "Value": "same-origin",
        "Override": true
      }
    ]
  }
}
JSON
  exit 0
fi
if [ "${1:-}" = --huvuden-data ]; then
  cat <<'JSON'
{
  "Name": "oppna-jamforelser-data",
  "SecurityHeadersConfig": {
    "ContentTypeOptions": {
      "Override": true
    },
    "ReferrerPolicy": {
      "Override": true,
      "ReferrerPolicy": "no-referrer"
    },
    "ContentSecurityPolicy": {
      "Override": true,
      "ContentSecurityPolicy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    }
  },
  "CustomHeadersConfig": {
    "Quantity": 2,
    "Items": [
      {
        "Header": "Permissions-Policy",
        "Value": "camera=(), geolocation=(), microphone=()",
        "Override": true
      },
      {
        "Header": "Cross-Origin-Opener-Policy",
        "Value": "same-origin",
        "Override": true
      }
    ]
  },
  "CorsConfig": {
    "AccessControlAllowOrigins": {
      "Quantity": 1,
      "Items": [
        "*"
      ]
    },
    "AccessControlAllowHeaders": {
      "Quantity": 1,
      "Items": [
        "*"
      ]
    },
    "AccessControlAllowMethods": {
      "Quantity": 2,
      "Items": [
        "GET",
        "HEAD"
      ]
    },
    "AccessControlAllowCredentials": false,
    "OriginOverride": true
  }
}
JSON
  exit 0
fi
if [ $# -ne 2 ]; then echo 'Så här används kommandot: sh deploy/s3.sh MAPP HINK' >&2; exit 2; fi
site=$1
bucket=$2
up() { aws s3 cp "$site" "s3://$bucket" --recursive --only-show-errors --exclude '*' "$@"; }
up --include 'assets/*datasets/dcat' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*datasets/dcat' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*datasets/dcat' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*datasets/dcat' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*datasets/dcat' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*SHA256SUMS' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*SHA256SUMS' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*SHA256SUMS' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*SHA256SUMS' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*SHA256SUMS' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.csv-metadata.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/csvm+json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.csv-metadata.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/csvm+json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.csv-metadata.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/csvm+json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.csv-metadata.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/csvm+json; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.csv-metadata.json' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/csvm+json; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*sitemap.xml' --exclude '_headers' --exclude '_redirects' --content-type 'application/xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*sitemap.xml' --exclude '_headers' --exclude '_redirects' --content-type 'application/xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*sitemap.xml' --exclude '_headers' --exclude '_redirects' --content-type 'application/xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*sitemap.xml' --exclude '_headers' --exclude '_redirects' --content-type 'application/xml; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*sitemap.xml' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/xml; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.cdx.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.cyclonedx+json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.cdx.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.cyclonedx+json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.cdx.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.cyclonedx+json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.cdx.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.cyclonedx+json; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.cdx.json' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.cyclonedx+json; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.html' --exclude '_headers' --exclude '_redirects' --content-type 'text/html; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.html' --exclude '_headers' --exclude '_redirects' --content-type 'text/html; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.html' --exclude '_headers' --exclude '_redirects' --content-type 'text/html; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.html' --exclude '_headers' --exclude '_redirects' --content-type 'text/html; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.html' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'text/html; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.css' --exclude '_headers' --exclude '_redirects' --content-type 'text/css; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.css' --exclude '_headers' --exclude '_redirects' --content-type 'text/css; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.css' --exclude '_headers' --exclude '_redirects' --content-type 'text/css; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.css' --exclude '_headers' --exclude '_redirects' --content-type 'text/css; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.css' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'text/css; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.js' --exclude '_headers' --exclude '_redirects' --content-type 'text/javascript; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.js' --exclude '_headers' --exclude '_redirects' --content-type 'text/javascript; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.js' --exclude '_headers' --exclude '_redirects' --content-type 'text/javascript; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.js' --exclude '_headers' --exclude '_redirects' --content-type 'text/javascript; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.js' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'text/javascript; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.json' --exclude 'assets/*.csv-metadata.json' --exclude 'assets/*.cdx.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.json' --exclude 'pagefind/fragment/*.csv-metadata.json' --exclude 'pagefind/fragment/*.cdx.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.json' --exclude 'pagefind/index/*.csv-metadata.json' --exclude 'pagefind/index/*.cdx.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.json' --exclude 'data/v/*.csv-metadata.json' --exclude 'data/v/*.cdx.json' --exclude '_headers' --exclude '_redirects' --content-type 'application/json; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.json' --exclude '*.csv-metadata.json' --exclude '*.cdx.json' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/json; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.csv' --exclude '_headers' --exclude '_redirects' --content-type 'text/csv; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.csv' --exclude '_headers' --exclude '_redirects' --content-type 'text/csv; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.csv' --exclude '_headers' --exclude '_redirects' --content-type 'text/csv; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.csv' --exclude '_headers' --exclude '_redirects' --content-type 'text/csv; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.csv' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'text/csv; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.txt' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.txt' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.txt' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.txt' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.txt' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'text/plain; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.ics' --exclude '_headers' --exclude '_redirects' --content-type 'text/calendar; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.ics' --exclude '_headers' --exclude '_redirects' --content-type 'text/calendar; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.ics' --exclude '_headers' --exclude '_redirects' --content-type 'text/calendar; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.ics' --exclude '_headers' --exclude '_redirects' --content-type 'text/calendar; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.ics' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'text/calendar; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.xml' --exclude 'assets/*sitemap.xml' --exclude '_headers' --exclude '_redirects' --content-type 'application/atom+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.xml' --exclude 'pagefind/fragment/*sitemap.xml' --exclude '_headers' --exclude '_redirects' --content-type 'application/atom+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.xml' --exclude 'pagefind/index/*sitemap.xml' --exclude '_headers' --exclude '_redirects' --content-type 'application/atom+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.xml' --exclude 'data/v/*sitemap.xml' --exclude '_headers' --exclude '_redirects' --content-type 'application/atom+xml; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.xml' --exclude '*sitemap.xml' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/atom+xml; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.svg' --exclude '_headers' --exclude '_redirects' --content-type 'image/svg+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.svg' --exclude '_headers' --exclude '_redirects' --content-type 'image/svg+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.svg' --exclude '_headers' --exclude '_redirects' --content-type 'image/svg+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.svg' --exclude '_headers' --exclude '_redirects' --content-type 'image/svg+xml; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.svg' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'image/svg+xml; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.rdf' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.rdf' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.rdf' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.rdf' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.rdf' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/rdf+xml; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.ttl' --exclude '_headers' --exclude '_redirects' --content-type 'text/turtle; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.ttl' --exclude '_headers' --exclude '_redirects' --content-type 'text/turtle; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.ttl' --exclude '_headers' --exclude '_redirects' --content-type 'text/turtle; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.ttl' --exclude '_headers' --exclude '_redirects' --content-type 'text/turtle; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.ttl' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'text/turtle; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.jsonld' --exclude '_headers' --exclude '_redirects' --content-type 'application/ld+json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.jsonld' --exclude '_headers' --exclude '_redirects' --content-type 'application/ld+json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.jsonld' --exclude '_headers' --exclude '_redirects' --content-type 'application/ld+json; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.jsonld' --exclude '_headers' --exclude '_redirects' --content-type 'application/ld+json; charset=utf-8' --cache-control 'public, max-age=86400'
up --include '*.jsonld' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/ld+json; charset=utf-8' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.px' --exclude '_headers' --exclude '_redirects' --content-type 'text/x-pcaxis' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.px' --exclude '_headers' --exclude '_redirects' --content-type 'text/x-pcaxis' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.px' --exclude '_headers' --exclude '_redirects' --content-type 'text/x-pcaxis' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.px' --exclude '_headers' --exclude '_redirects' --content-type 'text/x-pcaxis' --cache-control 'public, max-age=86400'
up --include '*.px' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'text/x-pcaxis' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.parquet' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.apache.parquet' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.parquet' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.apache.parquet' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.parquet' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.apache.parquet' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.parquet' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.apache.parquet' --cache-control 'public, max-age=86400'
up --include '*.parquet' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.apache.parquet' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.xlsx' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.xlsx' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.xlsx' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.xlsx' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' --cache-control 'public, max-age=86400'
up --include '*.xlsx' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.pptx' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.presentationml.presentation' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.pptx' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.presentationml.presentation' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.pptx' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.presentationml.presentation' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.pptx' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.presentationml.presentation' --cache-control 'public, max-age=86400'
up --include '*.pptx' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/vnd.openxmlformats-officedocument.presentationml.presentation' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.pdf' --exclude '_headers' --exclude '_redirects' --content-type 'application/pdf' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.pdf' --exclude '_headers' --exclude '_redirects' --content-type 'application/pdf' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.pdf' --exclude '_headers' --exclude '_redirects' --content-type 'application/pdf' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.pdf' --exclude '_headers' --exclude '_redirects' --content-type 'application/pdf' --cache-control 'public, max-age=86400'
up --include '*.pdf' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/pdf' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.zip' --exclude '_headers' --exclude '_redirects' --content-type 'application/zip' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.zip' --exclude '_headers' --exclude '_redirects' --content-type 'application/zip' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.zip' --exclude '_headers' --exclude '_redirects' --content-type 'application/zip' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.zip' --exclude '_headers' --exclude '_redirects' --content-type 'application/zip' --cache-control 'public, max-age=86400'
up --include '*.zip' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/zip' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.png' --exclude '_headers' --exclude '_redirects' --content-type 'image/png' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.png' --exclude '_headers' --exclude '_redirects' --content-type 'image/png' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.png' --exclude '_headers' --exclude '_redirects' --content-type 'image/png' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.png' --exclude '_headers' --exclude '_redirects' --content-type 'image/png' --cache-control 'public, max-age=86400'
up --include '*.png' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'image/png' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.woff2' --exclude '_headers' --exclude '_redirects' --content-type 'font/woff2' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.woff2' --exclude '_headers' --exclude '_redirects' --content-type 'font/woff2' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.woff2' --exclude '_headers' --exclude '_redirects' --content-type 'font/woff2' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.woff2' --exclude '_headers' --exclude '_redirects' --content-type 'font/woff2' --cache-control 'public, max-age=86400'
up --include '*.woff2' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'font/woff2' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.wasm' --exclude '_headers' --exclude '_redirects' --content-type 'application/wasm' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.wasm' --exclude '_headers' --exclude '_redirects' --content-type 'application/wasm' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.wasm' --exclude '_headers' --exclude '_redirects' --content-type 'application/wasm' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.wasm' --exclude '_headers' --exclude '_redirects' --content-type 'application/wasm' --cache-control 'public, max-age=86400'
up --include '*.wasm' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/wasm' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.pagefind' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.pagefind' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.pagefind' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.pagefind' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=86400'
up --include '*.pagefind' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.pf_fragment' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.pf_fragment' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.pf_fragment' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.pf_fragment' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=86400'
up --include '*.pf_fragment' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.pf_index' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.pf_index' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.pf_index' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.pf_index' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=86400'
up --include '*.pf_index' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*.pf_meta' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*.pf_meta' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*.pf_meta' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*.pf_meta' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=86400'
up --include '*.pf_meta' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=300, must-revalidate'
up --include 'assets/*' --exclude 'assets/*datasets/dcat' --exclude 'assets/*SHA256SUMS' --exclude 'assets/*.csv-metadata.json' --exclude 'assets/*sitemap.xml' --exclude 'assets/*.cdx.json' --exclude 'assets/*.html' --exclude 'assets/*.css' --exclude 'assets/*.js' --exclude 'assets/*.json' --exclude 'assets/*.csv' --exclude 'assets/*.txt' --exclude 'assets/*.ics' --exclude 'assets/*.xml' --exclude 'assets/*.svg' --exclude 'assets/*.rdf' --exclude 'assets/*.ttl' --exclude 'assets/*.jsonld' --exclude 'assets/*.px' --exclude 'assets/*.parquet' --exclude 'assets/*.xlsx' --exclude 'assets/*.pptx' --exclude 'assets/*.pdf' --exclude 'assets/*.zip' --exclude 'assets/*.png' --exclude 'assets/*.woff2' --exclude 'assets/*.wasm' --exclude 'assets/*.pagefind' --exclude 'assets/*.pf_fragment' --exclude 'assets/*.pf_index' --exclude 'assets/*.pf_meta' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/fragment/*' --exclude 'pagefind/fragment/*datasets/dcat' --exclude 'pagefind/fragment/*SHA256SUMS' --exclude 'pagefind/fragment/*.csv-metadata.json' --exclude 'pagefind/fragment/*sitemap.xml' --exclude 'pagefind/fragment/*.cdx.json' --exclude 'pagefind/fragment/*.html' --exclude 'pagefind/fragment/*.css' --exclude 'pagefind/fragment/*.js' --exclude 'pagefind/fragment/*.json' --exclude 'pagefind/fragment/*.csv' --exclude 'pagefind/fragment/*.txt' --exclude 'pagefind/fragment/*.ics' --exclude 'pagefind/fragment/*.xml' --exclude 'pagefind/fragment/*.svg' --exclude 'pagefind/fragment/*.rdf' --exclude 'pagefind/fragment/*.ttl' --exclude 'pagefind/fragment/*.jsonld' --exclude 'pagefind/fragment/*.px' --exclude 'pagefind/fragment/*.parquet' --exclude 'pagefind/fragment/*.xlsx' --exclude 'pagefind/fragment/*.pptx' --exclude 'pagefind/fragment/*.pdf' --exclude 'pagefind/fragment/*.zip' --exclude 'pagefind/fragment/*.png' --exclude 'pagefind/fragment/*.woff2' --exclude 'pagefind/fragment/*.wasm' --exclude 'pagefind/fragment/*.pagefind' --exclude 'pagefind/fragment/*.pf_fragment' --exclude 'pagefind/fragment/*.pf_index' --exclude 'pagefind/fragment/*.pf_meta' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'pagefind/index/*' --exclude 'pagefind/index/*datasets/dcat' --exclude 'pagefind/index/*SHA256SUMS' --exclude 'pagefind/index/*.csv-metadata.json' --exclude 'pagefind/index/*sitemap.xml' --exclude 'pagefind/index/*.cdx.json' --exclude 'pagefind/index/*.html' --exclude 'pagefind/index/*.css' --exclude 'pagefind/index/*.js' --exclude 'pagefind/index/*.json' --exclude 'pagefind/index/*.csv' --exclude 'pagefind/index/*.txt' --exclude 'pagefind/index/*.ics' --exclude 'pagefind/index/*.xml' --exclude 'pagefind/index/*.svg' --exclude 'pagefind/index/*.rdf' --exclude 'pagefind/index/*.ttl' --exclude 'pagefind/index/*.jsonld' --exclude 'pagefind/index/*.px' --exclude 'pagefind/index/*.parquet' --exclude 'pagefind/index/*.xlsx' --exclude 'pagefind/index/*.pptx' --exclude 'pagefind/index/*.pdf' --exclude 'pagefind/index/*.zip' --exclude 'pagefind/index/*.png' --exclude 'pagefind/index/*.woff2' --exclude 'pagefind/index/*.wasm' --exclude 'pagefind/index/*.pagefind' --exclude 'pagefind/index/*.pf_fragment' --exclude 'pagefind/index/*.pf_index' --exclude 'pagefind/index/*.pf_meta' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=31536000, immutable'
up --include 'data/v/*' --exclude 'data/v/*datasets/dcat' --exclude 'data/v/*SHA256SUMS' --exclude 'data/v/*.csv-metadata.json' --exclude 'data/v/*sitemap.xml' --exclude 'data/v/*.cdx.json' --exclude 'data/v/*.html' --exclude 'data/v/*.css' --exclude 'data/v/*.js' --exclude 'data/v/*.json' --exclude 'data/v/*.csv' --exclude 'data/v/*.txt' --exclude 'data/v/*.ics' --exclude 'data/v/*.xml' --exclude 'data/v/*.svg' --exclude 'data/v/*.rdf' --exclude 'data/v/*.ttl' --exclude 'data/v/*.jsonld' --exclude 'data/v/*.px' --exclude 'data/v/*.parquet' --exclude 'data/v/*.xlsx' --exclude 'data/v/*.pptx' --exclude 'data/v/*.pdf' --exclude 'data/v/*.zip' --exclude 'data/v/*.png' --exclude 'data/v/*.woff2' --exclude 'data/v/*.wasm' --exclude 'data/v/*.pagefind' --exclude 'data/v/*.pf_fragment' --exclude 'data/v/*.pf_index' --exclude 'data/v/*.pf_meta' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=86400'
up --include '*' --exclude '*datasets/dcat' --exclude '*SHA256SUMS' --exclude '*.csv-metadata.json' --exclude '*sitemap.xml' --exclude '*.cdx.json' --exclude '*.html' --exclude '*.css' --exclude '*.js' --exclude '*.json' --exclude '*.csv' --exclude '*.txt' --exclude '*.ics' --exclude '*.xml' --exclude '*.svg' --exclude '*.rdf' --exclude '*.ttl' --exclude '*.jsonld' --exclude '*.px' --exclude '*.parquet' --exclude '*.xlsx' --exclude '*.pptx' --exclude '*.pdf' --exclude '*.zip' --exclude '*.png' --exclude '*.woff2' --exclude '*.wasm' --exclude '*.pagefind' --exclude '*.pf_fragment' --exclude '*.pf_index' --exclude '*.pf_meta' --exclude 'assets/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'data/v/*' --exclude '_headers' --exclude '_redirects' --content-type 'application/octet-stream' --cache-control 'public, max-age=300, must-revalidate'
# Sist tas det bort som inte finns längre.
aws s3 sync "$site" "s3://$bucket" --delete --size-only --only-show-errors --exclude '_headers' --exclude '_redirects'
# Oförändrad sedan dess om SHA-256 av allt ovanför den här raden är a7a7eaf497cd57adc597e046c435ef6ebb8d651b6f51116dfab19ba87450f92b
