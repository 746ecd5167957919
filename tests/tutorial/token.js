// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints a token: the credential (key, secret) comes as JSON on standard input.
const jwt = require("jsonwebtoken");

const { key, secret } = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(jwt.sign({ iss: key }, secret, { algorithm: "HS256", expiresIn: "10m" }));
