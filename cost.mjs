import { readFileSync } from 'node:fs';
import * as acorn from 'acorn';
import { bro } from './renamer.mjs';
const code=readFileSync('/tmp/h4-last.js','utf8');
const all=bro(code);
const ast=acorn.parse(code,{ecmaVersion:2022});
const body=ast.body[0].expression.argument.callee.body.body.find(n=>n.type==='TryStatement').block.body;
const items=[];
for(const s of body){ if(s.type==='VariableDeclaration') for(const d of s.declarations) items.push(d); else if(s.type==='ClassDeclaration') items.push(...s.body.body); else items.push(s); }
const out=items.map(n=>({b:all-bro(code.slice(0,n.start)+code.slice(n.end+(code[n.end]===','?1:0))),c:n.end-n.start,t:code.slice(n.start,n.start+110)})).sort((x,y)=>y.b-x.b);
for(const o of out.slice(0,110)) console.log(o.b,o.c,(o.b/o.c).toFixed(2),o.t);
