// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A microservice as a user of the gateway writes it: it learns from a header who asks.
const express = require("express");

const app = express();
app.use(express.json());
app.all("*", (req, res) => {
  res.json({ consumer: req.headers["x-consumer-username"] ?? null, path: req.path, body: req.body ?? null });
});

const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
