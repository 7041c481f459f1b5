// What a tool can check about the app's code. The house rules at the top are ours; see eslint.house.js.

import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import house from './eslint.house.js';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what you export.',
};

export default defineConfig(
  globalIgnores(['**/dist', 'generated', 'test-results', 'playwright-report']),
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house },
    rules: {
      'house/layers': 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        { selector: 'TSEnumDeclaration', message: 'Write a union of words.' },
        { selector: 'ClassDeclaration', message: 'Write a function createX.' },
        {
          selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
          message: 'Look at the value with a guard instead of casting it.',
        },
      ],
      'max-lines': ['error', 300],
      'max-lines-per-function': 'off',
      eqeqeq: 'error',
      // A getter of runes or a handler may well be async and unheard.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: false }],
      // An unknown key gives undefined under noUncheckedIndexedAccess, so a dot is no safer.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['**/*.svelte'],
    rules: { 'house/no-literal-text': 'error', 'max-lines': ['error', 150] },
  },
  {
    files: ['**/*.test.ts', 'e2e/**'],
    rules: { 'max-lines': ['error', 400] },
  },
  {
    // Tools read their settings from a default export.
    files: ['**/*.config.{js,ts}', 'eslint.house.js'],
    extends: [ts.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
